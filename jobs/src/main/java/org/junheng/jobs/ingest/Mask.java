package org.junheng.jobs.ingest;

import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junheng.jobs.table.Schema;

/**
 * Keeps values about pupils, and identity numbers anywhere, out of messages and quarantine files. Of a table about pupils even a cell of another column may hold an id
 * that slipped there, so only what cannot be one is shown: short text and words without a digit.
 */
final class Mask {
    static final String HIDDEN = "***";
    private static final int SHORT = 4;

    private final boolean aboutPupils;
    private final Set<String> open;

    Mask(Schema<?> schema) {
        this.aboutPupils = schema.columns().stream().anyMatch(Schema.Column::isPersonal);
        this.open = schema.columns().stream()
                .filter(c -> !c.isPersonal())
                .map(Schema.Column::name)
                .collect(Collectors.toSet());
    }

    /** The value, or null when it must not be shown. */
    @Nullable
    String shown(String column, String value) {
        if (IdentityNumber.isIn(value)) {
            return null;
        } else if (!aboutPupils) {
            return value;
        }
        boolean harmless = value.length() <= SHORT || value.chars().noneMatch(Character::isDigit);
        return open.contains(column) && harmless ? value : null;
    }

    String cell(String column, String value) {
        String shown = shown(column, value);
        return shown == null && !value.isEmpty() ? HIDDEN : value;
    }
}
