package org.junheng.review;

/**
 * How far a school answers for its cluster (policy 3.2).
 *
 * @param lambdaLead, lambdaMember share of the cluster in the total of the lead, and of a member
 * @param improvementShare share of improvement, beside level, in what a member brings to its cluster; at least one half
 */
public record Bundle(double lambdaLead, double lambdaMember, double improvementShare) {
    public Bundle {
        if (!(isShare(lambdaLead) && isShare(lambdaMember) && isShare(improvementShare) && improvementShare >= 0.5)) {
            throw new IllegalArgumentException("lambda is a share, and the share of improvement at least one half");
        }
    }

    private static boolean isShare(double x) {
        return x >= 0 && x <= 1;
    }
}
