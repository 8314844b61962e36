package vn.roquyen.service;

import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import vn.roquyen.domain.Answer;
import vn.roquyen.domain.Body;
import vn.roquyen.domain.BodyKind;
import vn.roquyen.domain.Commune;
import vn.roquyen.domain.Fault;
import vn.roquyen.domain.FaultCode;
import vn.roquyen.domain.Grant;
import vn.roquyen.domain.Register;
import vn.roquyen.domain.Rows;
import vn.roquyen.platform.FreshFile;
import vn.roquyen.platform.Messages;
import vn.roquyen.report.Handbook;
import vn.roquyen.report.HandbookReport;

/**
 * Makes the handbook of authority: every power as one commune sees it on a day, or those of one
 * position in it, as a PDF with contents and the digest of the register it was made from.
 */
public final class HandbookService {
  /** What the handbook is made from. */
  public record Sources(
      RegisterSource registers,
      CompetenceService competence,
      CardService cards,
      Reach reach,
      Rows rows) {}

  /**
   * Which handbook is wanted.
   *
   * @param body id or name of the organ or position; null for all powers
   */
  public record Order(Commune unit, @Nullable String body, LocalDate date, Messages messages) {}

  /** What was written. */
  public record Written(Path file, int pages, int entries, String digest) {}

  private record Digest(long revision, String value) {}

  private final Sources sources;
  private final Clock clock;
  private volatile @Nullable Digest digest;

  public HandbookService(Sources sources, Clock clock) {
    this.sources = sources;
    this.clock = clock;
  }

  /**
   * Writes the handbook. A file of that name is replaced only when the handbook is complete.
   *
   * @throws Fault RECORD_UNKNOWN for a body that is not in the register, CANCELLED, OUTPUT_FAILED,
   *     DISK_FULL, FONT_MISSING
   */
  public Written write(Order order, Path file, Progress progress) {
    Register register = sources.registers().current();
    Body body = order.body() == null ? null : body(order.body().strip(), register);
    List<String> ids = ids(order, body, register);
    List<AnswerCard> cards = new ArrayList<>();
    for (String id : ids) {
      stopWhenAsked(progress);
      cards.add(sources.cards().card(id, order.unit(), order.date()));
    }
    String digest = digest(register.revision());
    HandbookComposer.Origin origin =
        new HandbookComposer.Origin(
            register, order.date(), sources.reach().data().get(), sources.reach().known(), digest);
    Handbook handbook =
        new HandbookComposer(order.messages(), origin)
            .handbook(order.unit(), body, cards, unnamed(order, body, register));
    int[] pages = new int[1];
    FreshFile.write(
        file,
        out ->
            pages[0] =
                HandbookReport.write(
                    handbook,
                    clock.instant(),
                    done -> {
                      progress.at(Progress.Phase.PRINT, done, ids.size());
                      stopWhenAsked(progress);
                    },
                    out));
    return new Written(file, pages[0], ids.size(), digest);
  }

  /** An organ or position, and how many powers and procedures it was ever granted. */
  public record Receiver(Body body, int granted) {}

  /** The organs and positions of which a handbook can be made: those that a grant names. */
  public List<Receiver> receivers() {
    Register register = sources.registers().current();
    Map<String, Set<String>> granted = new TreeMap<>();
    register.grantsByPower().values().stream()
        .flatMap(List::stream)
        .forEach(
            grant ->
                granted
                    .computeIfAbsent(
                        Objects.toString(grant.granteeId(), ""), fresh -> new TreeSet<>())
                    .add(grant.powerId()));
    List<Receiver> receivers = new ArrayList<>();
    granted.forEach(
        (id, powers) -> {
          Body body = register.body(id);
          if (body != null) {
            receivers.add(new Receiver(body, powers.size()));
          }
        });
    return receivers;
  }

  /** Reads every row, so what is known of a revision is kept. */
  private String digest(long revision) {
    Digest known = digest;
    if (known == null || known.revision() != revision) {
      known = new Digest(revision, new RegisterDigest(sources.rows()).ofPublicRegister());
      digest = known;
    }
    return known.value();
  }

  private static void stopWhenAsked(Progress progress) {
    if (progress.cancelled()) {
      throw new Fault(FaultCode.CANCELLED);
    }
  }

  private static Body body(String asked, Register register) {
    Body byId = register.body(asked);
    return byId != null
        ? byId
        : register.bodies().values().stream()
            .filter(
                one ->
                    asked.equalsIgnoreCase(one.name()) || asked.equalsIgnoreCase(one.shortName()))
            .findFirst()
            .orElseThrow(() -> new Fault(FaultCode.RECORD_UNKNOWN, asked));
  }

  /** Powers and granted procedures: all, or those that the body holds or was ever granted. */
  private List<String> ids(Order order, @Nullable Body body, Register register) {
    List<String> ids = new ArrayList<>();
    for (PowerAtUnit power : sources.competence().powersAt(order.unit(), order.date())) {
      if (body == null || isOf(power, body, order.unit())) {
        ids.add(power.power().id());
      }
    }
    register
        .grantsByPower()
        .forEach(
            (id, grants) -> {
              boolean isProcedure = !register.powers().containsKey(id);
              if (isProcedure && (body == null || isGranted(grants, body.id(), order.unit()))) {
                ids.add(id);
              }
            });
    return ids;
  }

  private static boolean isOf(PowerAtUnit power, Body body, Commune unit) {
    return isGranted(power.grants(), body.id(), unit)
        || power.competence().holders().stream()
            .anyMatch(holder -> body.id().equals(holder.bodyId()));
  }

  private static boolean isGranted(List<Grant> grants, String bodyId, Commune unit) {
    return grants.stream().anyMatch(one -> bodyId.equals(one.granteeId()) && one.covers(unit));
  }

  /**
   * How many powers of the commune were given to the class above the body without naming an organ:
   * they may be the body's, and its handbook does not have them.
   */
  private HandbookComposer.@Nullable Unnamed unnamed(
      Order order, @Nullable Body body, Register register) {
    Body above = body == null ? null : register.body(body.parentId());
    while (above != null && !(above.kind() == BodyKind.CLASS && above.parentId() == null)) {
      above = register.body(above.parentId());
    }
    if (above == null) {
      return null;
    }
    Body wide = above;
    int count =
        (int)
            sources.competence().powersAt(order.unit(), order.date()).stream()
                .filter(power -> power.competence().answer() == Answer.COMMUNE)
                .filter(power -> isGranted(power.grants(), wide.id(), order.unit()))
                .count();
    return count == 0 ? null : new HandbookComposer.Unnamed(wide.name(), count);
  }
}
