package vn.roquyen.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.io.IOException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import vn.roquyen.domain.Answer;
import vn.roquyen.domain.Commune;
import vn.roquyen.domain.CompetenceResolver;
import vn.roquyen.domain.Procedure;
import vn.roquyen.domain.Register;
import vn.roquyen.domain.Row;
import vn.roquyen.service.SharedData;

/**
 * Who decides each of the 4,432 procedures of the real catalogue, against the column {@code
 * commune_body} that was made from the same data by other means.
 */
final class DecidingBodyRealDataTest {
  private static final Commune UNIT =
      new Commune("03160", "Xã", "Mường Nhé", "Xã Mường Nhé", "11", List.of());

  /**
   * The column overlooks "Uỷ ban" with the tone on y, and "cơ quan đăng ký kinh doanh cấp xã" in
   * small letters: these name a commune body all the same.
   */
  private static final Set<String> OVERLOOKED =
      Set.of(
          "1.004979",
          "1.004982",
          "1.005277",
          "1.005280",
          "1.005378",
          "2.001958",
          "2.002639",
          "2.002635",
          "2.002640",
          "2.002642");

  private static final Map<String, Map<String, String>> index = new HashMap<>();
  private static final Map<String, Answer> answers = new TreeMap<>();
  private static final Map<String, Row> rows = new HashMap<>();

  @BeforeAll
  static void resolveAll() throws IOException {
    try (MappingIterator<Map<String, String>> lines =
        new CsvMapper()
            .readerForMapOf(String.class)
            .with(CsvSchema.emptySchema().withHeader())
            .readValues(SharedData.file("procedures/procedures_index.csv").toFile())) {
      lines.forEachRemaining(line -> index.put(line.get("code"), line));
    }
    CompetenceResolver resolver =
        new CompetenceResolver(
            new Register(
                0, Map.of(), Map.of(), Map.of(), Map.of(), List.of(), Map.of(), Map.of(),
                Map.of()));
    try (RowReader reader = new CatalogueRows(SharedData.catalogue(), InputLimits.STANDARD)) {
      for (ReadRow read = reader.next(); read != null; read = reader.next()) {
        Row row = ((ReadRow.Good) read).row();
        rows.put(row.key(), row);
        answers.put(
            row.key(),
            resolver.ofProcedure(procedure(row), UNIT, LocalDate.of(2026, 11, 24)).answer());
      }
    }
  }

  @Test
  void whereTheEntryNamesACommuneBodyTheCommuneIsCompetent() {
    Set<String> named = tagged(where -> where.equals("agency") || where.equals("authority"));
    assertThat(named).hasSize(235);
    assertThat(codes(named, Answer.COMMUNE)).hasSize(235);
  }

  @Test
  void aLocalBranchWithTheTagOfTheCommuneIsNeverTheCommune() {
    Set<String> branches = tagged(String::isEmpty);
    assertThat(branches).hasSize(392);
    assertThat(codes(branches, Answer.COMMUNE)).isEqualTo(OVERLOOKED);
    assertThat(codes(branches, Answer.NOT_COMMUNE)).hasSizeGreaterThanOrEqualTo(360);
  }

  @Test
  void whereOnlyTheStepsNameTheCommuneTheEntryComesFirst() {
    Set<String> steps = tagged("steps"::equals);
    assertThat(steps).hasSize(205);
    Set<String> silent = steps.stream().filter(code -> !hasNames(code)).collect(Collectors.toSet());
    assertThat(silent).hasSize(125);
    assertThat(codes(silent, Answer.COMMUNE)).hasSizeGreaterThanOrEqualTo(112);
    Set<String> elsewhere = new TreeSet<>(steps);
    elsewhere.removeIf(code -> silent.contains(code) || namesUnit(code));
    assertThat(codes(elsewhere, Answer.COMMUNE)).isEmpty();
  }

  @Test
  void outsideTheTagOfTheCommuneOnlyANamedCommuneBodyMakesItCompetent() {
    Set<String> others =
        answers.keySet().stream()
            .filter(code -> !index.get(code).get("levels").contains("xa"))
            .collect(Collectors.toSet());
    assertThat(others).hasSize(3_600);
    assertThat(codes(others, Answer.COMMUNE)).hasSize(8).allMatch(code -> namesUnit(code));
    assertThat(codes(others, Answer.UNDETERMINED)).hasSizeLessThanOrEqualTo(4);
  }

  private static Set<String> tagged(Predicate<String> foundIn) {
    return answers.keySet().stream()
        .filter(code -> index.get(code).get("levels").contains("xa"))
        .filter(code -> foundIn.test(index.get(code).get("commune_body_found_in")))
        .collect(Collectors.toSet());
  }

  private static Set<String> codes(Set<String> among, Answer answer) {
    return among.stream()
        .filter(code -> answers.get(code) == answer)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static boolean hasNames(String code) {
    Map<String, Object> values = rows.get(code).values();
    return values.containsKey("agency") || values.containsKey("authority");
  }

  private static boolean namesUnit(String code) {
    Map<String, Object> values = rows.get(code).values();
    String names = values.get("agency") + " " + values.get("authority");
    return names.toLowerCase(Locale.ROOT).contains("cấp xã");
  }

  private static Procedure procedure(Row row) {
    Map<String, Object> values = row.values();
    return new Procedure(
        row.key(),
        (String) values.get("name"),
        null,
        Set.of(((String) values.get("levels")).split("\\|")),
        null,
        null,
        (String) values.get("agency"),
        (String) values.get("authority"),
        null,
        null,
        List.of(),
        List.of(),
        List.of(),
        null,
        null,
        null,
        null,
        (String) values.get("deciding_body"));
  }
}
