// The room for the inner loops that need vector instructions. Empty until a loop is measured to need it.
#ifndef CKERNELS_H
#define CKERNELS_H
#endif
