package org.junheng.jobs.simulate;

import java.time.LocalDate;
import java.time.MonthDay;
import org.jspecify.annotations.Nullable;
import org.junheng.jobs.table.DatePrecision;
import org.junheng.subject.Role;

/** A school in a cluster from joined until the day before left. */
record Spell(
        DrawnSchool school,
        Role role,
        LocalDate joined,
        @Nullable LocalDate left,
        LocalDate recorded,
        DatePrecision precision) {
    static final MonthDay EXAM_DAY = MonthDay.of(6, 30);

    /** The school year whose exam is the first that the school sits as a member. */
    int firstYear() {
        return joined.isAfter(EXAM_DAY.atYear(joined.getYear())) ? joined.getYear() : joined.getYear() - 1;
    }
}
