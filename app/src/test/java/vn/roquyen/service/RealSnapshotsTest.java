package vn.roquyen.service;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.roquyen.Wiring;
import vn.roquyen.domain.Entity;
import vn.roquyen.service.ImportReport.Count;

/**
 * Two snapshots of the real catalogue, December 2025 and July 2026: what really changed between
 * them in 405 procedures, with some taken away and some added.
 */
final class RealSnapshotsTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Map<String, String> FIELDS =
      Map.of("name", "name", "decision_no", "decision", "levels", "levels");
  private static final int PADDING = 100;

  @TempDir Path folder;

  @Test
  void theNewerSnapshotIsWhatStays() throws IOException {
    Map<String, Map<String, String>> before = valuesOfDecember();
    Path older = folder.resolve("2025-12.jsonl");
    Path newer = folder.resolve("2026-07.jsonl");
    int[] rows = write(before, older, newer);
    try (Wiring wiring = new Wiring(folder.resolve("data"), Clock.systemDefaultZone())) {
      assertThat(count(wiring, older)).isEqualTo(new Count(rows[0] - 1, 0, 0, 0, 0));
      Count update = count(wiring, newer);
      assertThat(update).isEqualTo(new Count(1, before.size(), PADDING - 2, 1, 0));
      long revision = wiring.stats().stats().revision();
      assertThat(count(wiring, newer)).isEqualTo(new Count(0, 0, rows[0] - 1, 0, 0));
      assertThat(wiring.stats().stats().revision()).isEqualTo(revision);
      assertThat(count(wiring, older).older()).isEqualTo(before.size());
      assertThat(wiring.stats().stats().revision()).isGreaterThan(revision);
    }
  }

  /** Writes both snapshots of the changed procedures and some others; returns the codes in both. */
  private static int[] write(Map<String, Map<String, String>> before, Path older, Path newer)
      throws IOException {
    int others = 0;
    int rows = 0;
    try (BufferedReader lines =
            new BufferedReader(
                new InputStreamReader(
                    new GZIPInputStream(Files.newInputStream(SharedData.catalogue())),
                    StandardCharsets.UTF_8));
        Writer old = Files.newBufferedWriter(older);
        Writer young = Files.newBufferedWriter(newer)) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        ObjectNode procedure = (ObjectNode) JSON.readTree(line);
        Map<String, String> values = before.get(procedure.get("code").asText());
        if (values == null && others == PADDING) {
          continue;
        }
        rows++;
        others += values == null ? 1 : 0;
        boolean isGone = values == null && others == 1;
        boolean isNew = values == null && others == 2;
        if (!isGone) {
          young.write(JSON.writeValueAsString(procedure) + "\n");
        }
        if (values != null) {
          values.forEach(procedure::put);
          procedure.put("snapshot", "2025-12-15");
        }
        if (!isNew) {
          old.write(JSON.writeValueAsString(procedure) + "\n");
        }
      }
    }
    return new int[] {rows};
  }

  private static Map<String, Map<String, String>> valuesOfDecember() throws IOException {
    Map<String, Map<String, String>> values = new HashMap<>();
    Path table = SharedData.file("procedures/procedures_changed_between_snapshots.csv");
    try (MappingIterator<Map<String, String>> rows =
        new CsvMapper()
            .readerForMapOf(String.class)
            .with(CsvSchema.emptySchema().withHeader())
            .readValues(table.toFile())) {
      while (rows.hasNext()) {
        Map<String, String> row = rows.next();
        String field = FIELDS.get(row.get("field_changed"));
        if (field != null) {
          values
              .computeIfAbsent(row.get("code"), any -> new HashMap<>())
              .put(field, row.get("value_2025-12"));
        }
      }
    }
    return values;
  }

  private static Count count(Wiring wiring, Path file) {
    return wiring
        .imports()
        .apply(List.of(file), ImportService.Options.STRICT, Progress.NONE)
        .counts()
        .get(Entity.PROCEDURE);
  }
}
