package vn.roquyen.service;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.roquyen.domain.Answer;
import vn.roquyen.domain.Channel;
import vn.roquyen.domain.Competence;
import vn.roquyen.domain.Procedure;
import vn.roquyen.domain.TimeLimit;

/**
 * What a list shows of a procedure. Light, because all of them are held in memory.
 *
 * @param holder who decides, null when not determined
 * @param limit time limit of the main way to file, null when the source has none or no unit
 * @param bareNumber the number of a time limit whose unit the source leaves out
 */
public record ProcedureLine(
    String code,
    String name,
    @Nullable String field,
    Set<String> levels,
    Answer answer,
    @Nullable String holder,
    @Nullable TimeLimit limit,
    @Nullable String bareNumber) {
  private static final String AT_THE_DESK = "Trực tiếp";

  static ProcedureLine of(Procedure procedure, Competence competence) {
    Channel main = mainChannel(procedure.channels());
    TimeLimit limit = main == null ? null : main.timeLimit();
    return new ProcedureLine(
        procedure.code(),
        procedure.name(),
        procedure.field(),
        procedure.levels(),
        competence.answer(),
        competence.holders().isEmpty() ? null : competence.holders().getFirst().name(),
        limit,
        main == null || limit != null ? null : main.timeValue());
  }

  /** Filing at the desk, else the first way that states a time; null when none does. */
  private static @Nullable Channel mainChannel(List<Channel> channels) {
    Channel first = null;
    for (Channel channel : channels) {
      if (channel.timeValue() != null) {
        if (channel.name().equals(AT_THE_DESK)) {
          return channel;
        }
        first = first == null ? channel : first;
      }
    }
    return first;
  }
}
