package org.junheng.jobs.config;

import java.time.LocalDate;

/**
 * A fault of a table that somebody answers for: its rows are used all the same.
 *
 * @param rule code of the fault
 */
public record Waiver(String table, String rule, String reason, String signedBy, LocalDate signedOn) {}
