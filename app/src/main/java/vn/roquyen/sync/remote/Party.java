package vn.roquyen.sync.remote;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.roquyen.domain.Hlc;
import vn.roquyen.domain.ReplicaId;
import vn.roquyen.sync.Reception;
import vn.roquyen.sync.SignedDocument;
import vn.roquyen.sync.Speaker;
import vn.roquyen.sync.Statement;
import vn.roquyen.sync.Trust;
import vn.roquyen.sync.TrustDocument;

/** This data folder as an exchange sees it: what it can give, and the door for what comes. */
public interface Party {

  /** As whom the folder speaks; null while its key is not certified, and it only reads. */
  @Nullable Speaker speaker();

  /** The streams that the folder's key has written under other names. */
  List<ReplicaId> formerly();

  Trust trust();

  /** The streams of which changes are here. */
  List<ReplicaId> replicas();

  /** How many changes of a stream are here, from its first on. */
  long count(ReplicaId replica);

  /** A change that is here. */
  SignedDocument change(ReplicaId replica, long seq);

  /** Roots, certificates and revocations in the order in which they were accepted. */
  List<TrustDocument> trustDocuments();

  /** Everything that is here, each after what it needs. */
  Iterable<SignedDocument> everything();

  SignedDocument sign(Statement statement);

  /** The time of now as it goes into what is signed. */
  Hlc now();

  /** Takes in files, and says of each what became of it and of others that had waited for it. */
  List<List<Reception>> receive(List<byte[]> files);
}
