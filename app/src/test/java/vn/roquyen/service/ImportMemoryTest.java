package vn.roquyen.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.ref.WeakReference;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.roquyen.TurnedClock;
import vn.roquyen.domain.Entity;
import vn.roquyen.domain.Operation;
import vn.roquyen.domain.RecordedChange;
import vn.roquyen.domain.RowEdit;
import vn.roquyen.platform.AppPaths;
import vn.roquyen.platform.DatabaseKey;
import vn.roquyen.sync.KeyFolder;
import vn.roquyen.sync.LocalReplica;
import vn.roquyen.sync.Writing;

final class ImportMemoryTest {
  @TempDir private Path data;

  @Test
  void whatWasWrittenOfALargeImportIsNotHeldInMemory() {
    AppPaths paths = new AppPaths(data);
    KeyFolder keys = new KeyFolder(paths.keys(), DatabaseKey.readOrCreate(paths.databaseKey()));
    List<WeakReference<Object>> edits = new ArrayList<>();
    try (LocalReplica replica =
            LocalReplica.open(
                keys, paths.journal(), new TurnedClock(Machine.START), OperationRules::check);
        Writing writing = replica.begin(change -> (entity, key, column) -> null)) {
      for (int i = 0; i < 5; i++) {
        Operation field =
            new Operation.Insert(Entity.FIELD, "f" + i, Map.of("name", "Lĩnh vực thứ " + i));
        RecordedChange written = writing.write(List.of(RowEdit.of(field))).getFirst();
        edits.add(new WeakReference<>(written.edits().getFirst()));
      }
      // The first one is held as long as it may be the only one.
      assertThat(edits.subList(1, 4)).allSatisfy(ImportMemoryTest::isForgotten);
      writing.commit();
    }
    try (Machine one = new Machine(data)) {
      assertThat(one.value(Entity.FIELD, "f4", "name")).isEqualTo("Lĩnh vực thứ 4");
    }
  }

  private static void isForgotten(WeakReference<Object> reference) {
    for (int tries = 0; reference.get() != null && tries < 20; tries++) {
      System.gc();
    }
    assertThat(reference.get()).isNull();
  }
}
