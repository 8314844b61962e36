package vn.roquyen.service;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.roquyen.domain.Citation;
import vn.roquyen.domain.Commune;
import vn.roquyen.domain.Difficulty;
import vn.roquyen.domain.Instrument;
import vn.roquyen.domain.RelationKind;
import vn.roquyen.domain.Statistic;
import vn.roquyen.domain.impact.RegisterImpact;

/**
 * All that the end or the change of an instrument touches.
 *
 * @param known false when only the catalogue names the instrument
 * @param acts what other instruments do to it and what it does to others
 * @param communes that hold one of its grants, see another answer or decide one of the procedures
 * @param procedures that name it in their legal basis or are granted by it
 * @param forms of these procedures
 * @param told difficulties that communes or bodies report of it
 * @param figures stated on the matter of these difficulties
 * @param parts the provisions of the instrument that the register has, in their order
 * @param passings what the grants that are hit pass on, by id of the grant
 */
public record InstrumentImpact(
    Instrument instrument,
    boolean known,
    RegisterImpact register,
    List<Act> acts,
    List<Commune> communes,
    List<Hit> procedures,
    List<String> forms,
    List<Difficulty> told,
    List<Statistic> figures,
    List<Citation> parts,
    Map<String, Passing> passings) {

  /**
   * What a grant passes on, by which part of its instrument, and between whom; names where they are
   * known.
   */
  public record Passing(
      String title, @Nullable String provision, @Nullable String from, @Nullable String to) {}

  /** What it happens to, as official papers cite it: the instrument or a provision of it. */
  public String label() {
    return register.part() == null ? instrument.label() : register.part().in(instrument);
  }

  /**
   * One relation to another instrument.
   *
   * @param outgoing true when this instrument acts on the other
   * @param part the provision of the target, as official papers cite it; null for the whole
   */
  public record Act(RelationKind kind, boolean outgoing, @Nullable String part, Instrument other) {}

  /** A procedure that loses a basis. */
  public record Hit(String code, String name, boolean communeDecides) {}
}
