package vn.roquyen.ui.card;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import org.kordamp.ikonli.feather.Feather;
import vn.roquyen.domain.Answer;
import vn.roquyen.domain.Competence;
import vn.roquyen.domain.Competence.Holder;
import vn.roquyen.domain.Warning;
import vn.roquyen.domain.WarningCode.Severity;
import vn.roquyen.platform.Messages;
import vn.roquyen.service.AnswerCard;
import vn.roquyen.ui.common.Dates;
import vn.roquyen.ui.common.Folded;
import vn.roquyen.ui.common.Icons;
import vn.roquyen.ui.common.Parts;

/** The verdict in words, colour and icon, and on request why it is so. */
final class VerdictBanner {
  private final AnswerCard card;
  private final Competence competence;
  private final Messages messages;

  VerdictBanner(AnswerCard card, Competence competence, Messages messages) {
    this.card = card;
    this.competence = competence;
    this.messages = messages;
  }

  Node node() {
    Label title = Parts.wrapped(title(), "rq-title", "rq-verdict");
    VBox words = Parts.column("gap-half", title);
    for (String sentence : sentences()) {
      words.getChildren().add(Parts.wrapped(sentence, "rq-verdict-detail"));
    }
    VBox reasons = reasons();
    Parts.show(reasons, false);
    Button why = new Button(messages.text("card.why"));
    why.getStyleClass().addAll("rq-link", "rq-why");
    why.setMinWidth(Region.USE_PREF_SIZE);
    why.setOnAction(
        event -> {
          boolean open = !reasons.isVisible();
          Parts.show(reasons, open);
          why.setText(messages.text(open ? "card.why.close" : "card.why"));
        });
    HBox head = Parts.row("gap-2 align-left", icon(), Parts.grow(words), why);
    return Parts.column("rq-banner gap-2 " + look(competence.answer()), head, reasons);
  }

  /** The style class of an answer. */
  static String look(Answer answer) {
    return switch (answer) {
      case COMMUNE -> "good";
      case NOT_COMMUNE -> "bad";
      case UNDETERMINED -> "check";
    };
  }

  private Node icon() {
    Text glyph =
        switch (competence.answer()) {
          case COMMUNE -> Icons.of(Feather.CHECK);
          case NOT_COMMUNE -> Icons.of(Feather.X);
          case UNDETERMINED -> new Text("?");
        };
    glyph.getStyleClass().add("rq-question");
    StackPane icon = new StackPane(glyph);
    icon.getStyleClass().add("rq-verdict-icon");
    return icon;
  }

  private String title() {
    String answer = messages.name("answer", competence.answer());
    List<Holder> holders = holders();
    return switch (competence.answer()) {
      case UNDETERMINED -> answer;
      case COMMUNE -> messages.text("card.verdict.commune", answer, name(holders.getFirst()));
      case NOT_COMMUNE ->
          holders.size() == 1
              ? messages.text("card.verdict.elsewhere", answer, name(holders.getFirst()))
              : messages.text(
                  "card.verdict.several", answer, name(holders.getFirst()), holders.size() - 1);
    };
  }

  private List<Holder> holders() {
    return competence.answer() == Answer.COMMUNE
        ? competence.holders().stream().filter(Holder::isCommune).toList()
        : competence.holders();
  }

  private List<String> sentences() {
    List<String> sentences = new ArrayList<>();
    switch (competence.answer()) {
      case COMMUNE -> {
        sentences.add(source());
        others(sentences);
      }
      case NOT_COMMUNE -> {
        sentences.add(messages.text("card.elsewhere"));
        others(sentences);
      }
      case UNDETERMINED ->
          competence.warnings().stream().findFirst().map(messages::of).ifPresent(sentences::add);
    }
    long checks = warnings(Severity.CHECK).size();
    if (checks > 0) {
      sentences.add(messages.text("card.checks", checks));
    }
    return sentences;
  }

  private String source() {
    if (!competence.chain().isEmpty()) {
      return competence.chain().stream()
          .filter(Competence.Link::counts)
          .map(Competence.Link::number)
          .findFirst()
          .map(number -> messages.text("card.source.grant", Parts.brief(number, 90)))
          .orElse(messages.text("card.source.register"));
    }
    return card.source().snapshot() == null
        ? messages.text("card.source.catalogue")
        : messages.text("card.source.catalogueOn", Dates.text(card.source().snapshot()));
  }

  private void others(List<String> sentences) {
    List<Holder> all = competence.holders();
    if (all.size() > 1) {
      String names = all.stream().map(VerdictBanner::name).collect(Collectors.joining("; "));
      sentences.add(messages.text("card.holders", names));
    }
  }

  private List<Warning> warnings(Severity severity) {
    return competence.warnings().stream()
        .filter(warning -> warning.code().severity() == severity)
        .toList();
  }

  private VBox reasons() {
    VBox reasons = Parts.column("gap-1 rq-reasons");
    for (Severity severity : List.of(Severity.REASON, Severity.CHECK)) {
      warnings(severity).forEach(warning -> reasons.getChildren().add(reason(warning)));
    }
    if (reasons.getChildren().isEmpty()) {
      reasons.getChildren().add(Parts.wrapped(messages.text("card.noChecks")));
    }
    List<Node> notes = warnings(Severity.NOTE).stream().map(this::reason).toList();
    if (!notes.isEmpty()) {
      reasons.getChildren().add(fold(notes));
    }
    return reasons;
  }

  private Node fold(List<Node> notes) {
    VBox folded = Parts.column("gap-1");
    Button open = new Button(messages.text("card.notes", notes.size()));
    open.getStyleClass().add("rq-link");
    open.setOnAction(event -> folded.getChildren().setAll(notes));
    folded.getChildren().add(open);
    return folded;
  }

  private Node reason(Warning warning) {
    Feather icon =
        switch (warning.code().severity()) {
          case REASON -> Feather.ALERT_CIRCLE;
          case CHECK -> Feather.ALERT_TRIANGLE;
          case NOTE -> Feather.INFO;
        };
    VBox words = new VBox(Folded.text(messages.of(warning), 400, messages));
    String citation = warning.code().citation();
    if (citation != null) {
      words.getChildren().add(Parts.wrapped(citation, "rq-meta"));
    }
    return Parts.row("gap-1 align-top", Icons.of(icon), Parts.grow(words));
  }

  private static String name(Holder holder) {
    return plain(holder.name());
  }

  /** The name as a person writes it: catalogues end names with a full stop. */
  static String plain(String name) {
    String stripped = name.strip();
    return stripped.endsWith(".") ? stripped.substring(0, stripped.length() - 1) : stripped;
  }
}
