package org.junheng.selection;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junheng.subject.About;
import org.junheng.subject.View;

/**
 * One exam of a school beside the same exam of all schools of its county.
 *
 * @param county every school of the county with this exam, itself too; only itself where the county is not known
 */
public record TestedView(About about, Tested school, List<Tested> county) implements View {

    /** Pupils who were tested and pupils on the roll of the grade; null = not reported. */
    public record Tested(
            String school,
            @Nullable Double tested,
            @Nullable Double enrolled) {
        /** Both, where they are known and belong together; else null. */
        @Nullable
        Counted counted() {
            return tested != null && enrolled != null && enrolled > 0 && tested >= 0 && tested <= enrolled
                    ? new Counted(tested, enrolled)
                    : null;
        }
    }

    /** Pupils tested among those on the roll. */
    record Counted(double tested, double roll) {}

    public TestedView {
        county = county.stream().sorted(Comparator.comparing(Tested::school)).toList();
    }

    /** Every school of the county whose counts are known and belong together. */
    List<Counted> counted() {
        List<Counted> counted = new ArrayList<>();
        for (Tested of : county) {
            Counted both = of.counted();
            if (both != null) {
                counted.add(both);
            }
        }
        return counted;
    }
}
