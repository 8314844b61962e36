package vn.roquyen.service;

import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.roquyen.domain.Body;
import vn.roquyen.domain.Commune;
import vn.roquyen.domain.Competence.Holder;
import vn.roquyen.domain.Grant;
import vn.roquyen.domain.RelationKind;
import vn.roquyen.domain.impact.PowerEffect;
import vn.roquyen.domain.impact.ProposalAnalysis;
import vn.roquyen.domain.impact.RegisterImpact;
import vn.roquyen.platform.Messages;

/** What an event does to an instrument, in one language, for the window, the terminal and files. */
public final class ImpactWords {
  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");

  /**
   * One thing that is hit.
   *
   * @param id of its record; null when it has none of its own
   */
  public record Entry(String text, @Nullable String id) {}

  /** Things that are hit in the same way; the heading says how many. */
  public record Part(String heading, List<Entry> entries) {}

  private final Messages messages;

  public ImpactWords(Messages messages) {
    this.messages = messages;
  }

  /** The event, the instrument and the day in one line. */
  public String title(InstrumentImpact impact) {
    return messages.text(
        "impact.title",
        messages.name("impact.event", impact.register().event()),
        impact.label(),
        DAY.format(impact.register().on()));
  }

  /** Its status before and after, and its relations. */
  public List<String> summary(InstrumentImpact impact) {
    List<String> lines = new ArrayList<>();
    lines.add(
        messages.text(
            impact.register().part() == null ? "impact.status" : "impact.status.whole",
            messages.name("status", impact.register().statusBefore()),
            messages.name("status", impact.register().statusAfter())));
    for (InstrumentImpact.Act act : impact.acts()) {
      String line = relation(act.kind(), act.outgoing(), act.part()) + " " + act.other().label();
      lines.add(line.substring(0, 1).toUpperCase(messages.locale()) + line.substring(1));
    }
    return lines;
  }

  /**
   * What an instrument does to another, or the other to it, as the beginning of a sentence that
   * ends with the name of the other.
   *
   * @param part the provision of the target that is meant; null for the whole
   */
  public String relation(RelationKind kind, boolean outgoing, @Nullable String part) {
    String verb = messages.name(outgoing ? "relation.out" : "relation.in", kind);
    if (part == null) {
      return verb;
    }
    return messages.text(outgoing ? "relation.part.out" : "relation.part.in", verb, part);
  }

  /** All that is hit, the gravest first, and what stays valid. */
  public List<Part> parts(InstrumentImpact impact) {
    List<Part> parts = new ArrayList<>();
    powers(impact.register().powers(), parts);
    grants(impact, parts);
    add(
        parts,
        impact.register().part() == null ? "impact.procedures" : "impact.procedures.read",
        impact.procedures().stream()
            .map(hit -> new Entry(hit.code() + " " + hit.name(), hit.code()))
            .toList());
    add(parts, "impact.forms", impact.forms().stream().map(form -> new Entry(form, null)).toList());
    communes(impact.communes(), parts);
    add(
        parts,
        "impact.persons",
        impact.register().persons().stream()
            .map(Body::name)
            .map(name -> new Entry(name, null))
            .toList());
    told(impact, parts);
    return parts;
  }

  /** The same as text, to be copied into a letter. */
  public String text(InstrumentImpact impact) {
    List<String> lines = new ArrayList<>();
    lines.add(title(impact));
    lines.addAll(summary(impact));
    for (Part part : parts(impact)) {
      lines.add("");
      lines.add(part.heading());
      part.entries().forEach(entry -> lines.add("- " + entry.text()));
    }
    return String.join("\n", lines) + "\n";
  }

  /** How many powers have grants that are written, and that it is told who holds them then. */
  public String grants(ProposalImpact impact) {
    return messages.text("editing.impact.grants", impact.grants().powers().size());
  }

  /** What becomes of powers whose grants are written. */
  public List<Part> parts(ProposalImpact impact) {
    ProposalAnalysis.Effects effects = impact.grants();
    List<Part> parts = new ArrayList<>();
    powers(effects.powers(), parts);
    add(
        parts,
        "impact.broken",
        effects.broken().stream().map(grant -> grant(grant, impact.passings())).toList());
    add(parts, "impact.forms", impact.forms().stream().map(form -> new Entry(form, null)).toList());
    if (!effects.communes().isEmpty()) {
      communes(effects.communes(), parts);
    }
    add(
        parts,
        "impact.persons",
        effects.persons().stream().map(body -> new Entry(body.name(), null)).toList());
    return parts;
  }

  private void powers(List<PowerEffect> powers, List<Part> parts) {
    for (PowerEffect.Kind kind : PowerEffect.Kind.values()) {
      List<Entry> found =
          powers.stream()
              .filter(effect -> effect.kind() == kind)
              .map(effect -> new Entry(power(effect), effect.power().id()))
              .toList();
      if (!found.isEmpty()) {
        String name = messages.name("impact.effect", kind);
        parts.add(new Part(messages.text("impact.powers", name, found.size()), found));
      }
    }
    if (powers.isEmpty()) {
      parts.add(new Part(messages.text("impact.powers.none"), List.of()));
    }
  }

  private String power(PowerEffect effect) {
    return effect.power().title()
        + " ("
        + names(effect.before())
        + " → "
        + names(effect.after())
        + ")";
  }

  private void grants(InstrumentImpact impact, List<Part> parts) {
    RegisterImpact register = impact.register();
    boolean ofPart = register.part() != null;
    grants(ofPart ? "impact.grants.part" : "impact.grants", register.grants(), impact, parts);
    grants("impact.broken", register.broken(), impact, parts);
    grants("impact.grants.read", register.toRead(), impact, parts);
    grants("impact.grants.staying", register.staying(), impact, parts);
  }

  private void grants(String key, List<Grant> grants, InstrumentImpact impact, List<Part> parts) {
    add(parts, key, grants.stream().map(grant -> grant(grant, impact.passings())).toList());
  }

  private Entry grant(Grant grant, Map<String, InstrumentImpact.Passing> passings) {
    InstrumentImpact.Passing passing = passings.get(grant.id());
    if (passing == null) {
      return new Entry(grant.id(), grant.powerId());
    }
    String text =
        messages.text(
            "impact.passing",
            passing.title(),
            Objects.requireNonNullElseGet(passing.from(), this::unknown),
            Objects.requireNonNullElseGet(passing.to(), this::unknown));
    String provision = passing.provision();
    return new Entry(
        provision == null ? text : messages.text("impact.passing.by", text, provision),
        grant.powerId());
  }

  private String unknown() {
    return messages.text("slip.unknown");
  }

  private void communes(List<Commune> communes, List<Part> parts) {
    String names = communes.stream().map(Commune::fullName).collect(Collectors.joining(", "));
    parts.add(
        new Part(
            messages.text("impact.communes", communes.size()),
            communes.isEmpty() ? List.of() : List.of(new Entry(names, null))));
  }

  private void told(InstrumentImpact impact, List<Part> parts) {
    add(
        parts,
        "impact.told",
        impact.told().stream()
            .map(
                told ->
                    new Entry(told.title() + ": " + Objects.toString(told.description(), ""), null))
            .toList());
    add(
        parts,
        "impact.figures",
        impact.figures().stream()
            .map(
                figure ->
                    new Entry(
                        figure.subject()
                            + ": "
                            + figure.amount()
                            + " "
                            + Objects.toString(figure.unit(), ""),
                        null))
            .toList());
  }

  private void add(List<Part> parts, String key, List<Entry> entries) {
    if (!entries.isEmpty()) {
      parts.add(new Part(messages.text(key, entries.size()), entries));
    }
  }

  private String names(List<Holder> holders) {
    return holders.isEmpty()
        ? unknown()
        : holders.stream().map(Holder::name).collect(Collectors.joining("; "));
  }
}
