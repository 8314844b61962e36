package vn.roquyen.domain;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Where procedures are read from: those of now, or those that the register showed on a past day.
 */
public interface Procedures {

  /** The procedure with that national code and all its parts, or null. */
  @Nullable Procedure find(String code);

  /** Short forms of some procedures by code: enough for a list and for the resolver. */
  Map<String, Procedure> summaries(Collection<String> codes);

  /** As {@link #summaries}, with the dossiers, without ways to file, in the order of the codes. */
  List<Procedure> withDossiers(Collection<String> codes);

  /** Hands over the short form of every procedure. */
  void forEachSummary(Consumer<Procedure> reader);

  /** As {@link #forEachSummary}, with the legal basis, without ways to file. */
  void forEachWithBasis(Consumer<Procedure> reader);
}
