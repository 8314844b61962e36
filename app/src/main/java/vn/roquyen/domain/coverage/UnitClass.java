package vn.roquyen.domain.coverage;

/**
 * The communes of one type.
 *
 * @param type xã, phường or đặc khu, as the register writes it
 */
public record UnitClass(String type, int units) {}
