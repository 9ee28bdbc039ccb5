#define WIDTH 4
#define COLUMNS 2
#define INSTRUCTIONS portable
#include "Variant.h"
