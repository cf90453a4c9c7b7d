package org.junheng.stats;

import java.util.ArrayList;
import java.util.List;

/** The lower triangles of the relative covariance factors as one list of numbers, and back. */
record RelativeFactors(List<RandomFactor> factors) {
    RelativeFactors {
        factors = List.copyOf(factors);
    }

    int count() {
        return factors.stream().mapToInt(f -> f.size() * (f.size() + 1) / 2).sum();
    }

    /** Places of the diagonals in the list. */
    List<Integer> diagonals() {
        List<Integer> diagonals = new ArrayList<>();
        int at = 0;
        for (RandomFactor factor : factors) {
            for (int i = 0; i < factor.size(); i++) {
                at += i;
                diagonals.add(at);
                at++;
            }
        }
        return diagonals;
    }

    List<double[][]> triangles(double[] list) {
        List<double[][]> triangles = new ArrayList<>();
        int at = 0;
        for (RandomFactor factor : factors) {
            double[][] triangle = new double[factor.size()][factor.size()];
            for (int i = 0; i < factor.size(); i++) {
                for (int j = 0; j <= i; j++) {
                    triangle[i][j] = list[at++];
                }
            }
            triangles.add(triangle);
        }
        return triangles;
    }

    double[] list(List<double[][]> triangles) {
        double[] list = new double[count()];
        int at = 0;
        for (double[][] triangle : triangles) {
            for (int i = 0; i < triangle.length; i++) {
                for (int j = 0; j <= i; j++) {
                    list[at++] = triangle[i][j];
                }
            }
        }
        return list;
    }
}
