package vn.roquyen.domain;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the resolver answers: who holds a power or decides a procedure, in a commune on a date, by
 * which chain, and what to check.
 *
 * @param holders all holders in force, commune first
 * @param chain the links in the order in which the power moves
 */
public record Competence(
    Answer answer,
    List<Holder> holders,
    List<Link> chain,
    List<Warning> warnings,
    SixClears sixClears) {

  /**
   * One holder.
   *
   * @param bodyId id in the register, or null when the source only gives a name
   * @param level null when the source's name does not tell it
   */
  public record Holder(@Nullable String bodyId, String name, @Nullable Level level) {

    /** True for a body of the commune, on the State or the Party side. */
    public boolean isCommune() {
      return level != null && level.isCommune();
    }
  }

  /**
   * One link of the chain.
   *
   * @param from name of the grantor, null when the source does not name it
   * @param to name of the grantee, null when the source does not name it
   * @param number number of the instrument, or its title when it has none
   * @param provision the part of the instrument, as official papers cite it; null when not stated
   * @param status of the provision or else the instrument on the date asked for
   */
  public record Link(
      String grantId,
      Mode mode,
      @Nullable String from,
      @Nullable String to,
      @Nullable String instrumentId,
      @Nullable String number,
      @Nullable String provision,
      InstrumentStatus status,
      boolean counts) {

    /** The instrument with the part of it that is named: "khoản 2 Điều 5 của 95/2025/QĐ-UBND". */
    public @Nullable String cited() {
      return number == null || provision == null ? number : provision + " của " + number;
    }
  }
}
