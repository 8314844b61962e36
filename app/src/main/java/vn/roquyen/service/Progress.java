package vn.roquyen.service;

/** Told how far long work is, and asked whether the person wants it to stop. */
public interface Progress {

  /** The parts of long work. */
  enum Phase {
    /** Files are read and compared; counted in bytes. */
    READ,
    /** Rows are written; counted in rows. */
    WRITE,
    /** What was written is made findable; not counted, and no longer cancelled. */
    INDEX
  }

  /** Work that nobody watches. */
  Progress NONE =
      new Progress() {
        @Override
        public void at(Phase phase, long done, long total) {}

        @Override
        public boolean cancelled() {
          return false;
        }
      };

  /**
   * How far the work is; called on the working thread, often.
   *
   * @param total -1 when unknown
   */
  void at(Phase phase, long done, long total);

  /** True when the work shall stop; it then leaves everything as it was. */
  boolean cancelled();
}
