package vn.roquyen.domain;

import java.util.List;

/**
 * A row of an input that cannot be used.
 *
 * @param file name of the file
 * @param line of the file on which the row starts, counted from 1
 * @param arguments of the sentence {@code import.problem.*}
 */
public record BadRow(String file, long line, RowProblem problem, List<String> arguments) {

  public BadRow(String file, long line, RowProblem problem, String... arguments) {
    this(file, line, problem, List.of(arguments));
  }

  /** The key of the sentence in the message bundle. */
  public String messageKey() {
    return "import.problem." + problem.name();
  }
}
