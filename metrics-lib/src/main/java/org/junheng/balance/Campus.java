package org.junheng.balance;

import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junheng.subject.SchoolType;
import org.junheng.subject.Stage;

/**
 * What one row of the roster of schools reports in one year.
 *
 * @param premises null when no row was delivered for it: then, as a campus, it is taken to be reported with its parent
 */
public record Campus(
        String school,
        @Nullable SchoolType type,
        SortedMap<Stage, StageStaff> stages,
        @Nullable Premises premises) {
    public Campus {
        stages = new TreeMap<>(stages);
    }

    /** The parent with a campus or teaching point merged into it: everything is summed, then divided; the type is the parent's. */
    Campus merge(Campus part) {
        SortedMap<Stage, StageStaff> together = new TreeMap<>(stages);
        part.stages.forEach((stage, staff) -> together.merge(stage, staff, StageStaff::plus));
        return new Campus(school, type, together, together(part.premises));
    }

    private @Nullable Premises together(@Nullable Premises part) {
        return premises == null || part == null ? premises : premises.plus(part);
    }

    /** What was reported; nothing when no row was delivered. */
    Premises reported() {
        return premises == null ? Premises.NOT_REPORTED : premises;
    }

    @Nullable
    Double pupils() {
        Double sum = 0.0;
        for (StageStaff staff : stages.values()) {
            sum = Sums.of(sum, staff.pupils());
        }
        return sum;
    }
}
