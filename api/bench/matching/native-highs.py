"""Solves a model file with native HiGHS to the end and says as JSON what came of it: highspy, or the copy that SciPy carries.

Reading the file and starting Python aren't counted: only the solver's own run is.
"""

import json
import sys
import time


def solver():
    try:
        import highspy

        return highspy.Highs(), highspy.HighsModelStatus.kOptimal
    except ImportError:
        from scipy.optimize._highspy import _core

        return _core._Highs(), _core.HighsModelStatus.kOptimal


highs, optimal = solver()
if len(sys.argv) == 1:
    print(json.dumps({"version": highs.version()}))
    sys.exit()
highs.setOptionValue("output_flag", False)
highs.setOptionValue("time_limit", float(sys.argv[2]))
highs.setOptionValue("mip_rel_gap", 0.0)
highs.setOptionValue("mip_abs_gap", 0.5)
highs.readModel(sys.argv[1])
began = time.perf_counter()
highs.run()
seconds = time.perf_counter() - began
isBest = highs.getModelStatus() == optimal
print(json.dumps({"seconds": seconds, "value": highs.getInfo().objective_function_value, "isBest": isBest}))
