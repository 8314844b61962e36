package vn.roquyen.domain;

import java.util.List;

/**
 * One warning about one record.
 *
 * @param subjectId the grant, instrument or procedure that it is about
 * @param arguments what its sentence names, in the order of the message
 */
public record Warning(WarningCode code, String subjectId, List<String> arguments) {
  public Warning(WarningCode code, String subjectId, String... arguments) {
    this(code, subjectId, List.of(arguments));
  }
}
