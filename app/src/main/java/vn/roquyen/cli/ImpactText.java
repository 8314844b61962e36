package vn.roquyen.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import vn.roquyen.domain.Body;
import vn.roquyen.domain.Competence.Holder;
import vn.roquyen.domain.Grant;
import vn.roquyen.domain.impact.PowerEffect;
import vn.roquyen.domain.impact.RegisterImpact;
import vn.roquyen.platform.Messages;
import vn.roquyen.service.InstrumentImpact;

/** What an event does to an instrument, as a person reads it in a terminal. */
final class ImpactText {
  private final Messages messages;
  private final Paragraph paragraph = new Paragraph(Paragraph.WIDTH);
  private final List<String> lines = new ArrayList<>();

  ImpactText(Messages messages) {
    this.messages = messages;
  }

  List<String> lines(InstrumentImpact impact) {
    RegisterImpact register = impact.register();
    add(
        messages.text(
            "impact.title",
            messages.name("impact.event", register.event()),
            impact.instrument().label(),
            Day.text(register.on())),
        "");
    add(
        messages.text(
            "impact.status",
            messages.name("status", register.statusBefore()),
            messages.name("status", register.statusAfter())),
        "  ");
    for (InstrumentImpact.Act act : impact.acts()) {
      String way = act.outgoing() ? "relation.out" : "relation.in";
      add(messages.name(way, act.kind()) + " " + act.other().label(), "  ");
    }
    powers(register);
    block("impact.broken", register.broken().stream().map(Grant::id).toList());
    block(
        "impact.procedures",
        impact.procedures().stream().map(hit -> hit.code() + " " + hit.name()).toList());
    block("impact.forms", impact.forms());
    add(messages.text("impact.communes", impact.communes().size()), "");
    block("impact.persons", register.persons().stream().map(Body::name).toList());
    told(impact);
    return List.copyOf(lines);
  }

  private void told(InstrumentImpact impact) {
    block(
        "impact.told",
        impact.told().stream()
            .map(told -> told.title() + ": " + Objects.toString(told.description(), ""))
            .toList());
    block(
        "impact.figures",
        impact.figures().stream()
            .map(
                figure ->
                    figure.subject()
                        + ": "
                        + figure.amount()
                        + " "
                        + Objects.toString(figure.unit(), ""))
            .toList());
  }

  private void powers(RegisterImpact register) {
    for (PowerEffect.Kind kind : PowerEffect.Kind.values()) {
      List<String> found =
          register.powers().stream()
              .filter(effect -> effect.kind() == kind)
              .map(
                  effect ->
                      effect.power().title()
                          + " ("
                          + names(effect.before())
                          + " → "
                          + names(effect.after())
                          + ")")
              .toList();
      if (!found.isEmpty()) {
        add(messages.text("impact.powers", messages.name("impact.effect", kind), found.size()), "");
        found.forEach(line -> add(line, "  - "));
      }
    }
    if (register.powers().isEmpty()) {
      add(messages.text("impact.powers.none"), "");
    }
  }

  private String names(List<Holder> holders) {
    return holders.isEmpty()
        ? messages.text("cli.unknown")
        : holders.stream().map(Holder::name).collect(Collectors.joining("; "));
  }

  private void block(String key, List<String> values) {
    if (!values.isEmpty()) {
      add(messages.text(key, values.size()), "");
      values.forEach(value -> add(value, "  - "));
    }
  }

  private void add(String text, String indent) {
    lines.addAll(paragraph.lines(text, indent, " ".repeat(indent.length())));
  }
}
