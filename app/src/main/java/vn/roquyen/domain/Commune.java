package vn.roquyen.domain;

import java.util.List;

/**
 * A commune-level unit (xã, phường, đặc khu).
 *
 * @param code official five-digit code
 * @param predecessors full names of the units it was formed from in 2025
 */
public record Commune(
    String code,
    String type,
    String name,
    String fullName,
    String provinceCode,
    List<String> predecessors) {}
