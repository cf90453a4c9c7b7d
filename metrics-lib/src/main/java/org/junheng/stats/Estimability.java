package org.junheng.stats;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junheng.metric.Words;

/** Whether data determine a random-intercept model, and what stands against it. */
final class Estimability {
    /** Share of its sum of squares that a variable must have of its own beside the variables before it. */
    private static final double OWN_SHARE = 1e-10;

    private Estimability() {}

    /** Terms that the terms before them determine, 1 being the first. */
    static List<Integer> aliased(double[][] total) {
        List<Integer> aliased = new ArrayList<>();
        double[][] own = total;
        for (int i = 1; i < total.length - 1; i++) {
            own = without(own, i - 1, total);
            if (!(own[i][i] > OWN_SHARE * total[i][i])) {
                aliased.add(i);
            }
        }
        return aliased;
    }

    /** Why the model cannot be fitted, {@link Words#NONE} when it can. */
    static Words obstacle(BetweenWithin data, double[][] total) {
        List<String> terms = data.variables().subList(1, data.variables().size());
        List<Integer> aliased = aliased(total);
        if (!aliased.isEmpty()) {
            String names = aliased.stream().map(i -> terms.get(i - 1)).collect(Collectors.joining(", "));
            return new Words("以下项由其他项完全决定,无法单独估计:" + names, "terms wholly determined by the others: " + names);
        }
        double[][] own = total;
        for (int i = 0; i <= terms.size(); i++) {
            own = without(own, i, total);
        }
        int y = total.length - 1;
        if (!(own[y][y] > OWN_SHARE * OWN_SHARE * total[y][y])) {
            return new Words("成绩没有可供解释的差异", "the scores leave no variation to be explained");
        }
        return tooFew(data, terms.size());
    }

    private static Words tooFew(BetweenWithin data, int terms) {
        int groups = data.groups().size();
        long betweenTerms = 0;
        for (int i = 1; i <= terms; i++) {
            betweenTerms += data.within(i, i) == 0 ? 1 : 0;
        }
        if (groups < betweenTerms + 2) {
            return new Words(
                    "学校太少(" + groups + "所),无法估计校间差异",
                    "too few schools (" + groups + ") to estimate how schools differ");
        }
        if (data.units() - groups - (terms - betweenTerms) < 1) {
            return new Words(
                    "每校学生太少(" + groups + "所学校共" + data.units() + "人),无法区分校间与校内差异",
                    "too few pupils per school (" + data.units() + " in " + groups
                            + " schools) to tell differences between schools from those within");
        }
        return Words.NONE;
    }

    /** What is left of cross-products when one variable is taken out of the later ones; one without own variation takes out nothing. */
    private static double[][] without(double[][] products, int variable, double[][] total) {
        double pivot = products[variable][variable];
        double[][] left = new double[products.length][];
        for (int i = 0; i < left.length; i++) {
            left[i] = products[i].clone();
            for (int j = variable + 1; j <= i && pivot > OWN_SHARE * total[variable][variable]; j++) {
                left[i][j] -= products[i][variable] * products[j][variable] / pivot;
            }
        }
        return left;
    }
}
