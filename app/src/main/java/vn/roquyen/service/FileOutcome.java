package vn.roquyen.service;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of a file that was to be received. Of a parcel it is the worst that became of any of
 * its documents: a person must look at that.
 *
 * @param file as it was named
 * @param reason code of why it was held or refused; its sentence is {@code sync.reason.CODE}
 * @param arguments of that sentence
 * @param changes how many changes of it are in force since now
 */
public record FileOutcome(
    String file, Kind kind, @Nullable String reason, List<String> arguments, int changes) {

  /** The four ends, from the best to the worst. */
  public enum Kind {
    KNOWN,
    APPLIED,
    HELD,
    REFUSED
  }

  public FileOutcome {
    arguments = List.copyOf(arguments);
  }
}
