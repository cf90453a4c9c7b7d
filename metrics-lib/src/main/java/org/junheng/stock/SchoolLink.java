package org.junheng.stock;

import java.time.LocalDate;

/** A school code and the code that follows it from a day on. */
public record SchoolLink(String school, String successor, LocalDate effectiveOn) {}
