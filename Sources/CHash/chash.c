#include "chash.h"
