package org.junheng.stats;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junheng.metric.Words;

/** Finds the covariance factors of a mixed model, and everything that follows from them. */
final class MixedSolution {
    private final CrossedSums data;
    private final List<RandomFactor> asked;

    /** The factors in the order of elimination: the most levels first. */
    private final List<RandomFactor> factors;

    private final Estimator estimator;
    private final MixedCriterion criterion;
    private final PenalisedSystem system;

    MixedSolution(CrossedSums data, List<RandomFactor> asked, Estimator estimator) {
        this.data = data;
        this.asked = List.copyOf(asked);
        this.factors = asked.stream()
                .sorted(Comparator.comparingInt((RandomFactor f) -> levels(f)).reversed())
                .toList();
        this.estimator = estimator;
        this.criterion = new MixedCriterion(data, factors, estimator);
        this.system = criterion.system();
    }

    private int levels(RandomFactor factor) {
        return data.levels(data.factors().indexOf(factor.name())).size();
    }

    MixedModel fitted() {
        RelativeFactors relative = new RelativeFactors(factors);
        double[] best = new NewtonSearch(criterion, scale(), relative.diagonals()).minimum();
        if (best == null) {
            return new MixedModel.NotFitted(new Words("似然函数没有可以找到的最大值", "no maximum of the likelihood was found"));
        }
        List<double[][]> triangles = relative.triangles(best);
        SparseCholesky root = system.solve(triangles);
        double sigma2 = criterion.sigma2(root);
        double[] solution = root.solution(system.response(), system.response());
        SparseCholesky.Inverse all = root.inverse(system.response());
        double[][] toOrigin = toOrigin(terms());
        double[][] covariances = Matrices.around(toOrigin, square(all, system.firstTerm(), system.terms()), sigma2);
        return new MixedEffects(
                estimator,
                coefficients(solution, toOrigin, covariances),
                lists(covariances),
                factors(triangles, root, solution, sigma2, all),
                sigma2,
                -criterion.criterion(root) / 2,
                data.units());
    }

    /** What is large for each number of the factors: 1 for an intercept, 1 / standard deviation of its term for a slope. */
    private double[] scale() {
        double[][] total = data.total();
        List<double[][]> triangles = new ArrayList<>();
        for (RandomFactor factor : factors) {
            List<Integer> variables = factor.variables(data.terms());
            double[][] triangle = new double[variables.size()][variables.size()];
            for (int i = 0; i < triangle.length; i++) {
                int variable = variables.get(i);
                for (int j = 0; j <= i; j++) {
                    triangle[i][j] = Math.sqrt(data.units() / total[variable][variable]);
                }
            }
            triangles.add(triangle);
        }
        return new RelativeFactors(factors).list(triangles);
    }

    private List<Integer> terms() {
        List<Integer> terms = new ArrayList<>();
        for (int i = 0; i < system.terms(); i++) {
            terms.add(i);
        }
        return terms;
    }

    /** Moves an intercept from the centre of the terms to their zero. */
    private double[][] toOrigin(List<Integer> variables) {
        double[][] toOrigin = Matrices.identity(variables.size());
        for (int i = 1; i < variables.size(); i++) {
            toOrigin[0][i] = -data.centre(variables.get(i));
        }
        return toOrigin;
    }

    private List<RandomIntercept.Coefficient> coefficients(
            double[] solution, double[][] toOrigin, double[][] covariances) {
        List<RandomIntercept.Coefficient> coefficients = new ArrayList<>();
        for (int i = 0; i < toOrigin.length; i++) {
            double estimate = i == 0 ? data.centre(0) : 0;
            for (int j = 0; j < toOrigin.length; j++) {
                estimate += toOrigin[i][j] * solution[system.firstTerm() + j];
            }
            String term = i == 0 ? "intercept" : data.terms().get(i - 1);
            coefficients.add(new RandomIntercept.Coefficient(term, estimate, Math.sqrt(covariances[i][i])));
        }
        return coefficients;
    }

    private List<MixedEffects.Factor> factors(
            List<double[][]> triangles,
            SparseCholesky root,
            double[] solution,
            double sigma2,
            SparseCholesky.Inverse all) {
        SparseCholesky.Inverse known = root.inverse(system.firstTerm());
        List<MixedEffects.Factor> inOrder = new ArrayList<>();
        for (RandomFactor factor : asked) {
            int f = factors.indexOf(factor);
            double[][] toOrigin = toOrigin(factor.variables(data.terms()));
            double[][] moved = Matrices.product(toOrigin, triangles.get(f));
            SortedMap<String, Double> sizes = sizes(factor);
            List<MixedEffects.Level> levels = new ArrayList<>();
            for (int level = 0; level < system.levels(f).size(); level++) {
                int first = system.column(f, level);
                String name = system.levels(f).get(level);
                levels.add(new MixedEffects.Level(
                        name,
                        Math.round(sizes.getOrDefault(name, 0.0)),
                        effects(moved, solution, first),
                        lists(Matrices.around(moved, square(known, first, factor.size()), sigma2)),
                        lists(Matrices.around(moved, square(all, first, factor.size()), sigma2))));
            }
            double[][] covariance = Matrices.around(moved, Matrices.identity(factor.size()), sigma2);
            inOrder.add(new MixedEffects.Factor(factor, lists(covariance), levels, boundary(factor, triangles.get(f))));
        }
        return inOrder;
    }

    /** Units by level; one that belongs to several counts with its share. */
    private SortedMap<String, Double> sizes(RandomFactor factor) {
        int at = data.factors().indexOf(factor.name());
        SortedMap<String, Double> sizes = new TreeMap<>();
        data.cells().forEach(cell -> data.shares(cell.levels().get(at))
                .forEach((level, share) -> sizes.merge(level, share * cell.n(), Double::sum)));
        return sizes;
    }

    private static List<Double> effects(double[][] moved, double[] solution, int first) {
        List<Double> effects = new ArrayList<>();
        for (double[] row : moved) {
            double effect = 0;
            for (int j = 0; j < row.length; j++) {
                effect += row[j] * solution[first + j];
            }
            effects.add(effect + 0.0); // no negative zero
        }
        return effects;
    }

    private static Words boundary(RandomFactor factor, double[][] triangle) {
        for (int i = 0; i < triangle.length; i++) {
            if (triangle[i][i] == 0) {
                boolean none = true;
                for (int j = 0; j < i; j++) {
                    none &= triangle[i][j] == 0;
                }
                return none
                        ? new Words(factor.name() + " 的方差估计为0:各水平之间未见可测差异", factor.name() + ": variance estimated as 0")
                        : new Words(
                                factor.name() + " 的截距与斜率完全相关:数据不足以分开估计",
                                factor.name()
                                        + ": intercepts and slopes wholly correlated, the data do not tell them apart");
            }
        }
        return Words.NONE;
    }

    private static double[][] square(SparseCholesky.Inverse inverse, int first, int size) {
        double[][] square = new double[size][size];
        for (int i = 0; i < size; i++) {
            for (int j = 0; j < size; j++) {
                square[i][j] = inverse.at(first + i, first + j);
            }
        }
        return square;
    }

    private static List<List<Double>> lists(double[][] matrix) {
        List<List<Double>> lists = new ArrayList<>();
        for (double[] row : matrix) {
            List<Double> list = new ArrayList<>();
            for (double element : row) {
                list.add(element);
            }
            lists.add(list);
        }
        return lists;
    }
}
