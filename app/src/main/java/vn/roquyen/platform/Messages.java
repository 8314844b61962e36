package vn.roquyen.platform;

import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.roquyen.domain.Competence;
import vn.roquyen.domain.Entity;
import vn.roquyen.domain.Fault;
import vn.roquyen.domain.FaultCode;
import vn.roquyen.domain.Notice;
import vn.roquyen.domain.UnitNames;
import vn.roquyen.domain.Warning;
import vn.roquyen.domain.WarningCode;
import vn.roquyen.domain.impact.Difference;

/** The program's texts in one language: Vietnamese first, English second. */
public final class Messages {
  private static final String BUNDLE = "vn.roquyen.messages";
  private static final int LONGEST_NAME = 80;

  /** What a judged edit is refused with: the verdict, the kind of its record, its key. */
  private static final int JUDGED = 3;

  private static final Pattern ISO_DAY = Pattern.compile("^(\\d{4})-(\\d{2})-(\\d{2})$");

  private static final Pattern CLEARS = Pattern.compile("[A-Z]+(;[A-Z]+)*");

  /** Columns whose values have names for people. */
  private static final Set<String> NAMED = Set.of("mode", "status", "level", "relation", "kind");

  private final ResourceBundle bundle;
  private final Locale locale;

  /** The texts of a language; any language but English is answered in Vietnamese. */
  public Messages(Locale locale) {
    this.locale = locale.getLanguage().equals("en") ? Locale.ENGLISH : Locale.of("vi");
    this.bundle =
        ResourceBundle.getBundle(
            BUNDLE,
            this.locale,
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
  }

  /** The text of a key with its arguments filled in. */
  public String text(String key, Object... arguments) {
    String pattern = bundle.getString(key);
    return arguments.length == 0 ? pattern : new MessageFormat(pattern, locale).format(arguments);
  }

  /** The text of a key with a list of arguments. */
  public String text(String key, List<String> arguments) {
    return text(key, arguments.toArray());
  }

  /** The sentence of an error; an argument that is the key of a sentence stands for it. */
  public String of(Fault fault) {
    List<String> arguments = fault.arguments();
    if (fault.code() == FaultCode.DOCUMENT_REFUSED && bundle.containsKey(arguments.get(1))) {
      List<String> parts = List.of(arguments.get(2).split("\n", -1));
      String why = reason(arguments.get(1), parts, UnitNames.NONE);
      return text("fault." + fault.code(), arguments.getFirst(), why);
    }
    if (fault.code() == FaultCode.NOT_ALLOWED && arguments.size() == JUDGED) {
      return text("fault." + fault.code(), kind(arguments.get(1)) + " " + arguments.get(2));
    }
    return text("fault." + fault.code(), arguments);
  }

  /** What people call a kind of records; one that this program does not know has no name. */
  private String kind(String entity) {
    String key = "entity." + entity;
    return bundle.containsKey(key) ? text(key) : "";
  }

  /**
   * The sentence of why a file was held or refused, or of how it stands with a store.
   *
   * @param key of the sentence
   * @param units names the units that the arguments give by their codes
   */
  public String reason(String key, List<String> arguments, UnitNames units) {
    List<String> named = new ArrayList<>(arguments);
    switch (key) {
      case "sync.reason.GAP", "sync.reason.FORK", "sync.reason.PREVIOUS_MISMATCH" ->
          named.set(1, unit(named.get(1), units));
      case "sync.reason.UNIT_FOREIGN" -> named.set(0, unit(named.getFirst(), units));
      case "sync.reason.DEPENDENCY_MISSING" -> {
        String unit = unit(named.get(2), units);
        named.set(1, unit.isEmpty() ? named.get(1) : named.get(1) + " (" + unit + ")");
      }
      case "sync.reason.NOT_ALLOWED" -> named.set(1, kind(named.get(1)));
      default -> {}
    }
    return text(key, named);
  }

  /** The name of a unit; the province itself is no unit of the register. */
  public String unit(String code, UnitNames units) {
    return code.equals(UnitNames.PROVINCE) ? text("unit.province") : units.of(code);
  }

  /** The sentence of something that was found and mended. */
  public String of(Notice notice) {
    return text("notice." + notice.code(), notice.arguments());
  }

  /** The sentence of a warning, with days as people write them and long titles cut. */
  public String of(Warning warning) {
    return text(
        "warning." + warning.code(),
        warning.arguments().stream()
            .map(argument -> ISO_DAY.matcher(argument).replaceFirst("$3/$2/$1"))
            .map(
                argument ->
                    switch (warning.code()) {
                      case SIX_CLEARS_MISSING -> clears(argument);
                      // These sentences are made of the titles.
                      case SCOPE_OVERLAP, SPLIT_TO_CONFIRM -> argument;
                      default -> shortened(argument);
                    })
            .toList());
  }

  /** Why something differs between two days. */
  public String of(Difference.Reason reason) {
    return text(
        "diff.reason." + reason.why(),
        reason.arguments().stream()
            .map(argument -> shortened(ISO_DAY.matcher(argument).replaceFirst("$3/$2/$1")))
            .toList());
  }

  /** Who wrote a change: a founder who is alone has no name of his own but that of his unit. */
  public String author(String name, String unit) {
    String named = unit.equals(UnitNames.PROVINCE) ? text("unit.editors") : unit;
    return name.isBlank() ? named : name + " (" + named + ")";
  }

  /** What people call a field of that kind of record. */
  public String column(Entity entity, String field) {
    String own = "column.of." + entity + "_" + field;
    return text(bundle.containsKey(own) ? own : "column." + field);
  }

  /** Why somebody is told this at all. */
  public String why(WarningCode code) {
    return name("warning.why", code);
  }

  /** The names of the clears in "PERSON;TASK"; a number stays. */
  private String clears(String argument) {
    return CLEARS.matcher(argument).matches()
        ? Arrays.stream(argument.split(";"))
            .map(clear -> text("clear." + clear).toLowerCase(locale))
            .collect(Collectors.joining(", "))
        : argument;
  }

  /** A document without a number is named by its title, which would drown the sentence. */
  private static String shortened(String argument) {
    if (argument.length() <= LONGEST_NAME) {
      return argument;
    }
    return argument.substring(0, argument.lastIndexOf(' ', LONGEST_NAME)) + " …";
  }

  /** The verdict in one line: whose it is, or why that cannot be said. */
  public String verdict(Competence competence) {
    String what =
        switch (competence.answer()) {
          case COMMUNE -> names(competence.holders().stream().filter(Competence.Holder::isCommune));
          case NOT_COMMUNE -> names(competence.holders().stream());
          case UNDETERMINED -> competence.warnings().stream().findFirst().map(this::of).orElse("");
        };
    return text("verdict." + competence.answer(), what).strip();
  }

  private static String names(Stream<Competence.Holder> holders) {
    return holders.map(Competence.Holder::name).collect(Collectors.joining("; "));
  }

  /** The name of the value of a column for people; a value without a name stays. */
  public String valueName(String column, String value) {
    String key = column + "." + value;
    return NAMED.contains(column) && bundle.containsKey(key) ? text(key) : value;
  }

  /** The name of a value such as a mode or a status, under {@code prefix.VALUE}. */
  public String name(String prefix, Enum<?> value) {
    return text(prefix + "." + value.name());
  }

  public Locale locale() {
    return locale;
  }

  /** The bundle for FXML. */
  public ResourceBundle bundle() {
    return bundle;
  }
}
