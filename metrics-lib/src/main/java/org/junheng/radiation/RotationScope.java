package org.junheng.radiation;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junheng.radiation.StaffView.Staffed;

/** Whose rotation is looked at: that of all schools, or of those of which the texts demand it (城镇学校、优质学校). */
public enum RotationScope {
    ALL(""),
    URBAN_QUALITY("URBAN_QUALITY");

    private final String facet;

    RotationScope(String facet) {
        this.facet = facet;
    }

    String facet() {
        return facet;
    }

    /** Whether a school is in it; null = not known. */
    @Nullable
    Boolean holds(Staffed s) {
        return this == ALL ? Boolean.TRUE : s.urbanOrQuality();
    }

    /** A school alone has a row only where the demand is for it. */
    boolean appliesTo(StaffView view) {
        return this == ALL
                || !view.isOfSchool()
                || view.schools().stream().allMatch(s -> Boolean.TRUE.equals(s.urbanOrQuality()));
    }

    List<Staffed> of(StaffView view) {
        return view.schools().stream()
                .filter(s -> Boolean.TRUE.equals(holds(s)))
                .toList();
    }

    long unknown(StaffView view) {
        return view.schools().stream().filter(s -> holds(s) == null).count();
    }
}
