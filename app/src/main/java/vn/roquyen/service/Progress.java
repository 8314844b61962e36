package vn.roquyen.service;

import java.util.Iterator;

/** Told how far long work is, and asked whether the person wants it to stop. */
public interface Progress {

  /** The parts of long work. */
  enum Phase {
    /** Files are read and compared; counted in bytes. */
    READ,
    /** Rows are written; counted in rows. */
    WRITE,
    /** The database is filled again from the journal; counted in changes, never cancelled. */
    REBUILD,
    /** The database is compared with the journal; counted in changes, never cancelled. */
    COMPARE,
    /** What was written is made findable; not counted, and no longer cancelled. */
    INDEX,
    /** Own changes go to a shared store; counted in changes. */
    SEND,
    /** Others' changes come from a shared store; counted in changes. */
    FETCH,
    /** Files that were handed over are taken in; counted in bytes. */
    RECEIVE,
    /** What records held on two days is compared field by field; counted in records. */
    HISTORY,
    /** A paper of many parts is laid out; counted in parts. */
    PRINT
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

  /** The same watcher for work of which the parts go by another name. */
  default Progress as(Phase name) {
    Progress told = this;
    return new Progress() {
      @Override
      public void at(Phase phase, long done, long total) {
        told.at(name, done, total);
      }

      @Override
      public boolean cancelled() {
        return told.cancelled();
      }
    };
  }

  /** The parts of a rebuild, each told when it is taken. */
  default <T> Iterable<T> over(Iterable<T> parts, int total) {
    return () -> {
      Iterator<T> each = parts.iterator();
      return new Iterator<>() {
        private int taken;

        @Override
        public boolean hasNext() {
          return each.hasNext();
        }

        @Override
        public T next() {
          at(Phase.REBUILD, taken++, total);
          return each.next();
        }
      };
    };
  }
}
