package org.junheng.balance;

import java.util.List;
import org.junheng.metric.Absent;
import org.junheng.metric.Better;
import org.junheng.metric.Composite;
import org.junheng.metric.Counts;
import org.junheng.metric.Definition;
import org.junheng.metric.Outcome;
import org.junheng.metric.Value;
import org.junheng.metric.Words;
import org.junheng.rules.Verdict;

/**
 * Whether a township reaches every goal set for townships (乡镇达标): 1 = it does, 0 = it fails one.
 *
 * <p>Absent when it fails none and one could not be assessed.
 *
 * <p>Source: Shandong, strong townships plan (SD-01 to SD-05, taken together in SD-06).
 *
 * <p>Clause: SD-06.
 */
public record TownshipReaching() implements Composite<TownshipReaching.Whole> {
    public static final String ID = "town.reaching";

    /** The verdict on a township as a whole and why, and the schools it rests on. */
    public record Whole(Verdict verdict, Words reason, Counts counts) {}

    @Override
    public Definition definition() {
        return new Definition(
                ID,
                new Words("乡镇达标", "township reaches every goal"),
                "1 when the township passes every rule on townships, 0 when it fails one",
                "1",
                "flag",
                Better.HIGHER,
                List.of("SD-06"),
                List.of("schools.township", "schools.urban_rural_class"),
                new Words("无一不达标但有目标未能评价时不评价", "absent when none is failed and one could not be assessed"),
                "hand example");
    }

    @Override
    public Outcome of(Whole township) {
        return switch (township.verdict()) {
            case PASS -> Value.of(1, township.counts());
            case FAIL -> Value.of(0, township.counts());
            default -> new Absent(township.reason(), township.counts());
        };
    }
}
