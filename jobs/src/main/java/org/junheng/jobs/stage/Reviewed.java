package org.junheng.jobs.stage;

import java.util.List;
import org.junheng.jobs.table.Contributions;
import org.junheng.jobs.table.Measures;
import org.junheng.jobs.table.Review;

/** What a protocol makes of the figures, as rows of the published tables. */
public record Reviewed(List<Measures> measures, List<Review> review, List<Contributions> contributions) {
    public static final Reviewed NOTHING = new Reviewed(List.of(), List.of(), List.of());

    public Reviewed {
        measures = List.copyOf(measures);
        review = List.copyOf(review);
        contributions = List.copyOf(contributions);
    }
}
