package org.junheng.stats;

import java.util.List;
import java.util.stream.Collectors;
import org.junheng.metric.Words;

/** A regression by least squares, or why the data do not determine it. */
public sealed interface Regression permits LeastSquares, Regression.NotFitted {

    /** The data do not determine the coefficients. */
    record NotFitted(Words reason) implements Regression {}

    /** Fits a design; the smallest weighted sum of squared residuals. */
    static Regression of(Design design) {
        List<String> terms = design.terms();
        if (design.units() < terms.size() || terms.isEmpty()) {
            return new NotFitted(new Words(
                    "样本数(" + design.units() + ")少于待估系数(" + terms.size() + ")",
                    "fewer units (" + design.units() + ") than coefficients (" + terms.size() + ")"));
        }
        HouseholderQr qr = new HouseholderQr(design.scaled());
        List<Integer> dependent = qr.dependent();
        if (!dependent.isEmpty()) {
            String names = dependent.stream().map(terms::get).collect(Collectors.joining(", "));
            return new NotFitted(
                    new Words("以下项由其他项完全决定,无法单独估计:" + names, "terms wholly determined by the others: " + names));
        }
        return new LeastSquares(design, qr);
    }
}
