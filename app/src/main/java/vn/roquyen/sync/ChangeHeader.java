package vn.roquyen.sync;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.roquyen.domain.ChangeId;
import vn.roquyen.domain.Hlc;
import vn.roquyen.domain.ReplicaId;

/**
 * What a change says about itself before its operations.
 *
 * @param seq number in the replica's stream, without gaps from 0
 * @param previous the change before it in the stream; null for the first
 * @param nonce 32 hexadecimal digits that bind the replica to its key; in the first change only
 * @param dependencies how far other streams had advanced since the change before
 * @param schema version of the entities that the author knew
 * @param certificate first 16 digits of the certificate's id
 * @param unit the author's unit
 * @param space first 16 digits of the space's name: a file of another space is told apart at once
 * @param supersedes a change of a lost branch that this one repeats, or null
 * @param critical features without which a reader must stop
 */
public record ChangeHeader(
    ReplicaId replica,
    long seq,
    @Nullable ChangeId previous,
    @Nullable String nonce,
    Hlc time,
    List<Dependency> dependencies,
    int schema,
    String certificate,
    String unit,
    String space,
    @Nullable ChangeId supersedes,
    List<String> critical) {

  /**
   * A change of another stream that the author had applied; {@code brief} is 16 digits of its id.
   */
  public record Dependency(ReplicaId replica, long seq, String brief) {}

  public ChangeHeader {
    dependencies = List.copyOf(dependencies);
    critical = List.copyOf(critical);
  }
}
