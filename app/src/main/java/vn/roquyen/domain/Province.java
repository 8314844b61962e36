package vn.roquyen.domain;

/** A province or centrally run city. */
public record Province(String code, String type, String name, String fullName) {}
