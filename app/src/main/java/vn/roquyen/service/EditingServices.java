package vn.roquyen.service;

/**
 * The services by which a person changes the register: one field, an annex, or a draft of many
 * rows, and what a second key decides of it.
 */
public record EditingServices(
    EditService edits,
    ApprovalService approvals,
    AnnexService annexes,
    DraftService drafts,
    EditableRecords records) {}
