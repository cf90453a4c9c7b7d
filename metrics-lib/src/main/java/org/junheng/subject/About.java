package org.junheng.subject;

import org.jspecify.annotations.Nullable;

/** What a view is about, and when; {@code baseYear} for a change only, {@code stage} where it looks at one, the facet empty where there is none. */
public record About(
        Subject subject,
        int year,
        @Nullable Integer baseYear,
        @Nullable Stage stage,
        String facet) {
    public static About of(Subject subject, int year) {
        return new About(subject, year, null, null, "");
    }

    public About in(@Nullable Stage of) {
        return new About(subject, year, baseYear, of, facet);
    }

    public About since(int base) {
        return new About(subject, year, base, stage, facet);
    }

    public About facet(String of) {
        return new About(subject, year, baseYear, stage, of);
    }
}
