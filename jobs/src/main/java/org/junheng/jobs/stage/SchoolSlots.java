package org.junheng.jobs.stage;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junheng.selection.PriorPupils;

/**
 * The schools of a prior exam by code, looked up once for every pupil. Codes count up, and the hashes of such texts lie so close together that a HashMap
 * finds many in one place; here they are spread first.
 */
final class SchoolSlots {
    private @Nullable String[] codes = new @Nullable String[64];
    private PriorPupils.@Nullable OfSchool[] schools = new PriorPupils.@Nullable OfSchool[64];
    private int size;

    /** @param found gives the school of a code that was not asked for before */
    PriorPupils.OfSchool of(String code, Function<String, PriorPupils.OfSchool> found) {
        int at = place(code);
        PriorPupils.OfSchool known = schools[at];
        if (known == null) {
            known = found.apply(code);
            codes[at] = code;
            schools[at] = known;
            if (2 * ++size > codes.length) {
                grow();
            }
        }
        return known;
    }

    private void grow() {
        @Nullable String[] before = codes;
        PriorPupils.@Nullable OfSchool[] of = schools;
        codes = new @Nullable String[2 * before.length];
        schools = new PriorPupils.@Nullable OfSchool[2 * before.length];
        for (int i = 0; i < before.length; i++) {
            String code = before[i];
            if (code != null) {
                int at = place(code);
                codes[at] = code;
                schools[at] = of[i];
            }
        }
    }

    /** Where a code stands, or may stand. */
    private int place(String code) {
        int mask = codes.length - 1;
        int spread = code.hashCode() * 0x9E3779B9;
        int at = (spread ^ (spread >>> 16)) & mask;
        for (String there = codes[at]; there != null && !there.equals(code); there = codes[at]) {
            at = (at + 1) & mask;
        }
        return at;
    }
}
