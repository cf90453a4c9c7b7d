package org.junheng.stats;

import java.util.ArrayList;
import java.util.List;
import org.junheng.metric.Words;

/** Whether data can determine a mixed model, and what stands against it. */
final class MixedObstacle {
    /** Share of its sum of squares that a variable must have of its own beside the variables before it. */
    private static final double OWN_SHARE = 1e-10;

    private MixedObstacle() {}

    static Words of(CrossedSums data, List<RandomFactor> factors) {
        for (RandomFactor factor : factors) {
            if (!data.factors().contains(factor.name())) {
                throw new IllegalArgumentException("no factor " + factor.name() + " in " + data.factors());
            }
            factor.variables(data.terms()); // refuses slopes that are no terms
            int levels = data.levels(data.factors().indexOf(factor.name())).size();
            if (levels < 2 || (long) levels * factor.size() >= data.units()) {
                return new Words(
                        factor.name() + " 有" + levels + "个水平、" + data.units() + "个单位,无法估计其差异",
                        factor.name() + " has " + levels + " levels for " + data.units()
                                + " units: how they differ cannot be estimated");
            }
        }
        return terms(data);
    }

    private static Words terms(CrossedSums data) {
        double[][] total = data.total();
        double[][] own = data.total();
        List<String> aliased = new ArrayList<>();
        int response = total.length - 1;
        for (int i = 0; i < response; i++) {
            if (own[i][i] > OWN_SHARE * total[i][i]) {
                sweep(own, i);
            } else {
                aliased.add(data.terms().get(i - 1));
            }
        }
        if (!aliased.isEmpty()) {
            String names = String.join(", ", aliased);
            return new Words("以下项由其他项完全决定,无法单独估计:" + names, "terms wholly determined by the others: " + names);
        }
        return own[response][response] > OWN_SHARE * OWN_SHARE * total[response][response]
                ? Words.NONE
                : new Words("成绩没有可供解释的差异", "the scores leave no variation to be explained");
    }

    private static void sweep(double[][] own, int pivot) {
        for (int i = pivot + 1; i < own.length; i++) {
            double share = own[i][pivot] / own[pivot][pivot];
            for (int j = pivot + 1; j < own.length; j++) {
                own[i][j] -= share * own[pivot][j];
            }
        }
    }
}
