"""Programs that train the models of this package."""

import os

# OpenMP's threads spin while they wait for each other unless told otherwise before torch is loaded: on a machine that
# is not idle that is four times the work.
os.environ.setdefault("OMP_WAIT_POLICY", "passive")
