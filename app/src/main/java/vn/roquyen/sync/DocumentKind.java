package vn.roquyen.sync;

import org.jspecify.annotations.Nullable;

/**
 * The kinds of signed document. The content type is signed with the content, so that a document of
 * one kind can never be passed off as another.
 */
public enum DocumentKind {
  CHANGE("change"),
  CERTIFICATE("certificate"),
  REVOCATION("revocation"),
  ROOT("root"),
  INVITATION("invitation"),
  REQUEST("request"),
  HEAD("head"),
  RECEIPT("receipt"),
  SNAPSHOT("snapshot");

  private final String contentType;

  DocumentKind(String name) {
    this.contentType = "application/vnd.roquyen." + name + "+cbor";
  }

  String contentType() {
    return contentType;
  }

  static @Nullable DocumentKind of(String contentType) {
    for (DocumentKind kind : values()) {
      if (kind.contentType.equals(contentType)) {
        return kind;
      }
    }
    return null;
  }
}
