package org.junheng.integration;

import org.jspecify.annotations.Nullable;
import org.junheng.metric.Words;
import org.junheng.subject.About;
import org.junheng.subject.View;

/**
 * The value-added of the school that leads a cluster, in one cohort and in an earlier one of the same model.
 *
 * @param before null = there is none to compare with
 * @param obstacle why there is none; {@link Words#NONE} where there is one
 */
public record LeadChangeView(
        About about, Since since, @Nullable Cohort before, Cohort now, Words obstacle) implements View {

    /** From which cohort on. */
    public enum Since {
        /** The last cohort examined before the school led the cluster. */
        BEFORE_LEADING,
        /** The first cohort in which it led the cluster, where the cluster has more members now. */
        FEWER_MEMBERS
    }

    /**
     * A cohort of the lead.
     *
     * @param halfWidth of the 95 % interval of its value-added; null = it has none
     * @param members of the cluster without the lead, on the roster day of the year
     */
    public record Cohort(
            int year,
            double value,
            @Nullable Double halfWidth,
            @Nullable Long pupils,
            long members) {}
}
