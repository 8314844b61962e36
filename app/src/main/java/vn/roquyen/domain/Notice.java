package vn.roquyen.domain;

import java.util.List;

/**
 * Something that the program found and mended by itself when the data folder was opened. The
 * sentence stands in the message bundle under {@code notice.CODE}.
 */
public record Notice(NoticeCode code, List<String> arguments) {
  public Notice(NoticeCode code, String... arguments) {
    this(code, List.of(arguments));
  }
}
