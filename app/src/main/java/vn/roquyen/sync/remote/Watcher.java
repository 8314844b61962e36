package vn.roquyen.sync.remote;

/** Told how far an exchange is, and asked whether it shall stop. */
public interface Watcher {

  /** Nobody watches. */
  Watcher NONE =
      new Watcher() {
        @Override
        public void sending(long done, long total) {}

        @Override
        public void fetching(long done, long total) {}

        @Override
        public boolean cancelled() {
          return false;
        }
      };

  /** How many of the changes that wait were sent. */
  void sending(long done, long total);

  /** How many of the changes that others have were fetched. */
  void fetching(long done, long total);

  /** True when the exchange shall stop at the next object; what was exchanged stays. */
  boolean cancelled();
}
