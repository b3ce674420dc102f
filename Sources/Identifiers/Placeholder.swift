// replaced by the layer
