package vn.roquyen.sync;

/**
 * A document that others need to check signatures, with what it is found by in a store.
 *
 * @param owner of a certificate the first 16 digits of its id, of a revocation those of its
 *     issuer's certificate, empty when the root signed
 * @param number version of a root, number of a revocation, 0 of a certificate
 */
public record TrustDocument(SignedDocument document, String owner, int number) {

  /** Reads what a document of trust is found by. */
  public static TrustDocument of(SignedDocument document) {
    return switch (document.kind()) {
      case ROOT -> new TrustDocument(document, "", Root.read(document).version());
      case CERTIFICATE -> new TrustDocument(document, document.id().brief(), 0);
      case REVOCATION -> {
        Revocation revocation = Revocation.read(document);
        String issuer = revocation.issuer();
        yield new TrustDocument(document, issuer == null ? "" : issuer, revocation.number());
      }
      default -> throw new Refusal(Reason.WRONG_KIND);
    };
  }
}
