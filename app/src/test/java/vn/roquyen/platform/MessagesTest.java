package vn.roquyen.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.roquyen.domain.Answer;
import vn.roquyen.domain.Commune;
import vn.roquyen.domain.Entity;
import vn.roquyen.domain.Fault;
import vn.roquyen.domain.FaultCode;
import vn.roquyen.domain.InstrumentStatus;
import vn.roquyen.domain.Level;
import vn.roquyen.domain.Mode;
import vn.roquyen.domain.Notice;
import vn.roquyen.domain.NoticeCode;
import vn.roquyen.domain.OutboxState;
import vn.roquyen.domain.RecordKind;
import vn.roquyen.domain.RelationKind;
import vn.roquyen.domain.RemoteState;
import vn.roquyen.domain.SixClears;
import vn.roquyen.domain.TimeLimit;
import vn.roquyen.domain.UnitNames;
import vn.roquyen.domain.Warning;
import vn.roquyen.domain.WarningCode;
import vn.roquyen.sync.Reason;

/** The gate on the texts: no key is missing in a language, written twice, broken or unused. */
final class MessagesTest {
  private static final Path PROJECT = Path.of(System.getProperty("roquyen.project", "."));
  private static final Path BUNDLES = PROJECT.resolve("src/main/resources/vn/roquyen");

  /** Names of values, one for each value whether or not a screen shows it today. */
  private static final Set<String> NAMES =
      Set.of(
          "answer",
          "answer.short",
          "clear",
          "confidence",
          "kind",
          "kind.short",
          "level",
          "limit",
          "mode",
          "relation",
          "severity",
          "status",
          "unit");

  private static final Pattern HOLE = Pattern.compile("\\{(\\d)");

  /** Keys that the code puts together from a prefix and the name of a value. */
  private static final Pattern PREFIX = Pattern.compile("\"([a-z][A-Za-z]*(\\.[a-z][A-Za-z]*)*)\"");

  @Test
  void bothLanguagesHaveTheSameKeysWithTheSameHoles() throws IOException {
    Map<String, String> vietnamese = read("messages.properties");
    Map<String, String> english = read("messages_en.properties");
    assertThat(english.keySet()).isEqualTo(vietnamese.keySet());
    vietnamese.forEach(
        (key, text) -> assertThat(holes(english.get(key))).as(key).isEqualTo(holes(text)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"messages.properties", "messages_en.properties"})
  void everyTextIsComposedAndItsPatternIsSound(String file) throws IOException {
    read(file)
        .forEach(
            (key, text) -> {
              assertThat(Normalizer.isNormalized(text, Normalizer.Form.NFC)).as(key).isTrue();
              assertThat(text).as(key).isNotBlank();
              if (!holes(text).isEmpty()) {
                String filled = new MessageFormat(text).format(new Object[] {1, 2, 3, 4, 5, 6});
                assertThat(filled).as(key).doesNotContain("{", "}");
                assertThat(text.replace("''", "")).as(key).doesNotContain("'");
              }
            });
  }

  @Test
  void everyKeyIsUsed() throws IOException {
    String code = sources();
    Set<String> prefixes = new HashSet<>();
    Matcher found = PREFIX.matcher(code);
    while (found.find()) {
      prefixes.add(found.group(1));
    }
    List<String> unused = new ArrayList<>();
    for (String key : read("messages.properties").keySet()) {
      String last = key.substring(key.lastIndexOf('.') + 1);
      String before = key.substring(0, key.lastIndexOf('.'));
      boolean built =
          code.contains('"' + before + ".\"")
              || (last.equals(last.toUpperCase(Locale.ROOT)) && prefixes.contains(before));
      boolean literal =
          code.contains('"' + key + '"')
              || code.contains("\"%" + key + '"')
              || code.contains("${bundle:" + key + "}");
      if (!literal && !built && !NAMES.contains(before)) {
        unused.add(key);
      }
    }
    assertThat(unused).isEmpty();
  }

  @Test
  void theProvinceIsNamedAndAFieldIsCalledAsItsKindOfRecordCallsIt() {
    Messages messages = new Messages(Locale.of("vi"));
    assertThat(messages.author("", "tinh")).isEqualTo("Biên tập cấp tỉnh");
    assertThat(messages.author("Lò Thị Mai", "Xã Mường Nhé"))
        .isEqualTo("Lò Thị Mai (Xã Mường Nhé)");
    assertThat(messages.column(Entity.GRANT, "result")).isEqualTo("Rõ kết quả");
    assertThat(messages.column(Entity.PROCEDURE, "result")).isEqualTo("Kết quả");
  }

  @ParameterizedTest
  @ValueSource(strings = {"vi", "en"})
  void everyNoticeHasItsSentence(String language) {
    Messages messages = new Messages(Locale.of(language));
    for (NoticeCode code : NoticeCode.values()) {
      assertThat(messages.of(new Notice(code, "a", "b", "c", "d"))).doesNotContain("{");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"vi", "en"})
  void everyValueHasAName(String language) {
    Messages messages = new Messages(Locale.of(language));
    for (FaultCode code : FaultCode.values()) {
      assertThat(messages.of(new Fault(code, "a", "b", "c"))).doesNotContain("{");
    }
    for (WarningCode code : WarningCode.values()) {
      assertThat(messages.of(new Warning(code, "x", "a", "b", "c", "d"))).doesNotContain("{");
      assertThat(messages.why(code)).isNotBlank();
      assertThat(messages.name("severity", code.severity())).isNotBlank();
    }
    Map<String, Enum<?>[]> names =
        Map.of(
            "answer", Answer.values(),
            "answer.short", Answer.values(),
            "mode", Mode.values(),
            "level", Level.values(),
            "status", InstrumentStatus.values(),
            "relation", RelationKind.values(),
            "clear", SixClears.Clear.values(),
            "kind", RecordKind.values(),
            "kind.short", RecordKind.values(),
            "unit", TimeLimit.Unit.values());
    for (Entity entity : Entity.values()) {
      assertThat(messages.name("entity", entity)).isNotBlank();
    }
    for (Reason reason : Reason.values()) {
      assertThat(messages.text(reason.messageKey(), "a", "b", "c")).doesNotContain("{");
    }
    for (RemoteState state : RemoteState.values()) {
      assertThat(messages.text(state.messageKey(), "a")).doesNotContain("{");
    }
    names.forEach(
        (prefix, values) -> {
          for (Enum<?> value : values) {
            assertThat(messages.name(prefix, value)).isNotBlank();
          }
        });
  }

  @ParameterizedTest
  @ValueSource(strings = {"vi", "en"})
  void everyStateOfTheOutboxHasItsWords(String language) {
    Messages messages = new Messages(Locale.of(language));
    for (OutboxState state : OutboxState.values()) {
      assertThat(messages.name("outbox", state)).isNotBlank();
    }
  }

  @Test
  void aDayInAWarningIsWrittenAsPeopleWriteIt() {
    Messages messages = new Messages(Locale.of("vi"));
    assertThat(messages.of(new Warning(WarningCode.SNAPSHOT, "1.001193", "2026-07-20")))
        .contains("20/07/2026");
  }

  private static Set<String> holes(String text) {
    Set<String> holes = new TreeSet<>();
    Matcher matcher = HOLE.matcher(text);
    while (matcher.find()) {
      holes.add(matcher.group(1));
    }
    return holes;
  }

  private static Map<String, String> read(String file) throws IOException {
    Map<String, String> texts = new TreeMap<>();
    for (String line : Files.readAllLines(BUNDLES.resolve(file), StandardCharsets.UTF_8)) {
      if (!line.isBlank() && !line.startsWith("#")) {
        int at = line.indexOf('=');
        assertThat(at).as(line).isPositive();
        assertThat(texts.put(line.substring(0, at), line.substring(at + 1))).as(line).isNull();
      }
    }
    return texts;
  }

  private static String sources() throws IOException {
    StringBuilder all = new StringBuilder();
    try (Stream<Path> files = Files.walk(PROJECT.resolve("src/main"))) {
      for (Path file : files.filter(MessagesTest::isSource).toList()) {
        all.append(Files.readString(file, StandardCharsets.UTF_8)).append('\n');
      }
    }
    return all.toString();
  }

  private static boolean isSource(Path file) {
    return file.toString().endsWith(".java") || file.toString().endsWith(".fxml");
  }

  @Test
  void whyAFileIsHeldNamesUnitsAndKindsOfRecords() {
    Commune commune = new Commune("03160", "xã", "Mường Nhé", "Xã Mường Nhé", "11", List.of());
    UnitNames units = new UnitNames(Map.of("03160", commune), Map.of());
    Messages messages = new Messages(Locale.of("vi"));
    assertThat(messages.reason("sync.reason.GAP", List.of("3", "03160"), units))
        .startsWith("Thiếu tệp số 3 của Xã Mường Nhé;");
    assertThat(messages.reason("sync.reason.FORK", List.of("3", "tinh"), units))
        .contains("số 3 của Tỉnh;");
    String missing = "sync.reason.DEPENDENCY_MISSING";
    assertThat(messages.reason(missing, List.of("3", "4ca8", "03160"), units))
        .contains("máy 4ca8 (Xã Mường Nhé)");
    assertThat(messages.reason(missing, List.of("3", "4ca8", ""), units)).contains("máy 4ca8 mà");
    assertThat(messages.reason("sync.reason.NOT_ALLOWED", List.of("OTHER", "POWER", "cb-x"), units))
        .contains("(Nhiệm vụ, quyền hạn cb-x)");
  }
}
